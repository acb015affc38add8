//! Work grows no faster than the text, shown by counted steps instead of a clock. Needs the feature `work-counter`.
#![cfg(feature = "work-counter")]
#![allow(clippy::panic)]

use factbox::work::take_steps;

/// Texts that invite a reader to look back, or ahead, again and again.
const HOSTILE: [(&str, &str); 25] = [
    ("quote marks that never close", "“a "),
    ("straight marks", "\" a \"b "),
    ("apostrophes", "' 'a b' "),
    ("quotes without a source", "“We are here.” "),
    ("paragraphs that open a quote again", "“We go on\n\n"),
    ("cues without a quote", "said he said that she said "),
    ("one endless sentence of names", "Ann Lee, Bob Day of the Acme Trust and "),
    ("one endless name", "Smith "),
    ("people with few surnames", "Ann Lee said. Bob Lee said. "),
    ("pronouns", "“No,” she said. “No,” he said. "),
    ("roles before a name", "chief executive of the council's director of "),
    ("initials and abbreviations", "A. B. Mr. St. "),
    ("numbers", "1,000 2.5 3-4 "),
    ("number words", "one hundred and twenty thousand "),
    ("money and its modifiers", "up to more than £5.6m a year from "),
    ("dates", "Monday 18 March 2019 last week "),
    ("grades without a rating", "Ofsted rated good inadequate outstanding and "),
    (
        "ratings that move",
        "Ofsted downgraded Ash School from good to inadequate, from outstanding ",
    ),
    ("asides without an end", "Ofsted, which, in Ash, who rated it, "),
    ("parts of a rating", "good for safety, leadership and care, Ofsted said, and so does "),
    ("lists of schools", "Ash School, Elm School and Oak School in special measures, "),
    ("lines of a list", "5 The Ash, Mill Road - rated by the Food Standards Agency\n"),
    ("months in a row", "in May "),
    ("marks alone", "\"(“'"),
    ("new lines", "\n \n\r\n"),
];

/// Steps that a report of `count` times the phrase takes.
fn steps(phrase: &str, count: usize) -> u64 {
    let text = phrase.repeat(count);
    let _ = take_steps();
    std::hint::black_box(factbox::extract(&text));
    take_steps()
}

#[test]
fn twice_the_text_takes_at_most_little_more_than_twice_the_steps() {
    let mut steep = Vec::new();
    for (what, phrase) in HOSTILE {
        let (once, twice) = (steps(phrase, 2_000), steps(phrase, 4_000));
        let tokens = factbox::count_tokens(&phrase.repeat(2_000)) as u64;
        assert!(once >= tokens, "{what}: {once} steps for {tokens} tokens: steps are not counted");
        if twice * 10 > once * 22 {
            steep.push(format!("{what} ({phrase:?}): {once} steps, then {twice}"));
        }
    }
    assert!(steep.is_empty(), "more than 2.2 times the steps:\n{}", steep.join("\n"));
}
