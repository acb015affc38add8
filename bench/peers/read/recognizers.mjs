// Numbers.
import recognizers from "@microsoft/recognizers-text-number";

const model = new recognizers.NumberRecognizer("en-us").getNumberModel();
/** @param {string} text */
export const read = (text) => model.parse(text).length;
