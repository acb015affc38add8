// Sentences, parts of speech, entities (numbers, dates, money …).
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const nlp = winkNLP(model);
/** @param {string} text */
export const read = (text) => nlp.readDoc(text).entities().out(nlp.its.detail).length;
