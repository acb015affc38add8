// GENERATED from src/report.rs by its test `typescript_is_up_to_date`: run `UPDATE=1 cargo test --lib`.

export type Report = { 
/**
 * Version of Factbox that made the report.
 */
version: string, 
/**
 * What every span of the report counts.
 */
offsets: Offsets, 
/**
 * The text that was read, where the article came as HTML: what every span points into. Null for plain text.
 */
text: string | null, 
/**
 * The headline, if the article has one.
 */
title: Span | null, 
/**
 * The article's own date as an EDTF day, if it states one. Relative dates resolve against it.
 */
published: string | null, 
/**
 * People, organisations and other sources that the article names.
 */
entities: Array<Entity>, 
/**
 * What somebody is reported to have said or written.
 */
quotes: Array<Quote>, 
/**
 * Words in quote marks that are nobody's statement: titles, slogans, grade words.
 */
terms: Array<Span>, 
/**
 * Who rated whom, on which scale.
 */
ratings: Array<Rating>, 
/**
 * Amounts, percentages, counts and measures.
 */
figures: Array<Figure>, 
/**
 * Calendar dates and relative dates.
 */
dates: Array<Date>, 
/**
 * Loose ends that an editor may want to look at.
 */
checks: Array<Check>, 
/**
 * Page furniture in the paste: labels of captions, "Share this", bylines, follow-us lines.
 */
boilerplate: Array<Span>, };

export type Entity = { 
/**
 * The fullest form of the name in the article; for the unnamed, the noun phrase.
 */
name: string, 
/**
 * What it is.
 */
type: EntityKind, 
/**
 * The person's role as the article words it.
 */
role: string | null, 
/**
 * The organisation that a person or document belongs to, in its fullest form.
 */
organisation: string | null, 
/**
 * Every place that names it, pronouns included.
 */
mentions: Array<Span>, };

export type EntityKind = "person" | "organisation" | "group" | "document" | "place" | "unknown";

export type Quote = { 
/**
 * How much of it stands in quote marks.
 */
kind: QuoteKind, 
/**
 * Everything that the source is reported to say, without the marks at its ends.
 */
content: Array<Span>, 
/**
 * The parts inside quote marks, one span a pair, marks left out.
 */
quoted: Array<Span>, 
/**
 * The reporting words ("said", "according to"), if there are any.
 */
cue: Span | null, 
/**
 * The content's words; several spans are joined by one blank.
 */
text: string, 
/**
 * Who said it; null where nobody is named or described.
 */
source: Source | null, };

export type QuoteKind = "direct" | "mixed" | "indirect";

export type Source = { 
/**
 * The words that name the source in or nearest to the attribution; may be a pronoun.
 */
mention: Span, 
/**
 * Index into the report's `entities`.
 */
entity: number | null, 
/**
 * The fullest form of the name in the article.
 */
name: string, 
/**
 * What the source is.
 */
type: EntityKind, 
/**
 * The source's role as the article words it.
 */
role: string | null, 
/**
 * The organisation that the source speaks for or belongs to.
 */
organisation: string | null, };

export type Rating = { 
/**
 * Canonical name of the body that rates; null where the article never says who.
 */
rater: string | null, 
/**
 * Who or what was rated, in the article's fullest wording.
 */
subject: string | null, 
/**
 * The part that was rated ("leadership"); null for the whole.
 */
aspect: string | null, 
/**
 * Canonical grade: small letters for words, as printed for codes ("Baa1"), "4/5" for numbers and stars.
 */
grade: string, 
/**
 * Id of the scale; null where the grade is on no scale that is known for the rater.
 */
scale: string | null, 
/**
 * Place of the grade on its scale, 1 is best.
 */
rank: number | null, 
/**
 * Number of grades of the scale.
 */
of: number | null, 
/**
 * Whether the rating stands, stood, or is only expected.
 */
status: RatingStatus, 
/**
 * How it moved, if the article says so.
 */
change: RatingChange | null, 
/**
 * The grade before, if a change states it.
 */
from: string | null, 
/**
 * EDTF date of the rating, if the article dates the rating itself.
 */
date: string | null, 
/**
 * The grade's own words, inside the evidence.
 */
gradeSpans: Array<Span>, 
/**
 * Every place that states the rating: the tightest clause that holds the grade.
 */
evidence: Array<Span>, };

export type RatingStatus = "current" | "previous" | "predicted" | "target" | "negated";

export type RatingChange = "upgraded" | "downgraded" | "unchanged";

export type Figure = { 
/**
 * The number with its currency sign, scale word and unit, without modifiers.
 */
span: Span, 
/**
 * The words of the span.
 */
text: string, 
/**
 * What is measured.
 */
kind: FigureKind, 
/**
 * The number; null where it is vague or a range.
 */
value: number | null, 
/**
 * Lower end of a range.
 */
min: number | null, 
/**
 * Upper end of a range.
 */
max: number | null, 
/**
 * ISO 4217 for money, "%" for percent, "pp" or "bp" for points, an SI or UCUM symbol for measures, the
 * unit's English name for durations and ages; null for counts.
 */
unit: string | null, 
/**
 * "almost", "more than", "up to"…
 */
modifier: Modifier | null, 
/**
 * Whether the amount has no number ("dozens", "multi-million pound").
 */
vague: boolean, 
/**
 * What is counted or measured, as worded.
 */
of: string | null, 
/**
 * Whether it is a rise or fall by the amount, or a level reached or left.
 */
change: Change | null, 
/**
 * What it is counted per ("year", "child").
 */
per: string | null, };

export type FigureKind = "money" | "percent" | "percentage_points" | "count" | "duration" | "age" | "length" | "area" | "mass" | "volume" | "temperature" | "speed" | "energy" | "data" | "fraction" | "ratio" | "multiple" | "rank" | "score" | "other";

export type Modifier = "approx" | "at_least" | "more_than" | "at_most" | "less_than";

export type Change = "up" | "down" | "to" | "from";

export type Date = { 
/**
 * The date's words.
 */
span: Span, 
/**
 * The words of the span.
 */
text: string, 
/**
 * EDTF level 0 or 1 ("2011-11", "2015/2016", "199X"); null where the article does not settle it.
 */
edtf: string | null, 
/**
 * What the article dates by it, for a timeline.
 */
label: string | null, 
/**
 * Which way a date in digits was read that can be read both ways ("03/04/2019"); else null.
 */
order: DateOrder | null, };

export type DateOrder = "day_first" | "month_first";

export type Check = { 
/**
 * Name of the rule that asks.
 */
rule: string, 
/**
 * The words concerned.
 */
spans: Array<Span>, 
/**
 * The question.
 */
message: string, 
/**
 * The items of the report that it concerns.
 */
items: Array<CheckItem>, };

export type CheckItem = { 
/**
 * The list that holds it.
 */
list: List, 
/**
 * Its place there.
 */
index: number, };

export type List = "entities" | "quotes" | "ratings" | "figures" | "dates";

export type Span = [number, number];

export type Offsets = "utf-8" | "utf-16" | "codepoint";
