// Parts of speech, and numbers with their places.
import nlp from "compromise";

/** @param {string} text */
export const read = (text) => nlp(text).numbers().json({ offset: true }).length;
