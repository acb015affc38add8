/**
 * The longest that a test waits for anything, in milliseconds. Nothing takes as long: what has not come by then does not
 * come, even where many share the machine.
 */
export const PATIENCE = 60_000;
