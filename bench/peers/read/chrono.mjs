// Dates.
import { parse } from "chrono-node/en";

const reference = new Date(2024, 4, 6);
/** @param {string} text */
export const read = (text) => parse(text, reference).length;
