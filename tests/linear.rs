//! Work grows no faster than the text, shown by counted steps instead of a clock. Needs the feature `work-counter`.
#![cfg(feature = "work-counter")]
#![allow(clippy::panic, reason = "a test that panics has failed, which is what it is for")]

use factbox::work::take_steps;

/// Texts that invite a reader to look back, or ahead, again and again.
const HOSTILE: [(&str, &str); 43] = [
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
    ("names that rate, line by line", "Aa Bb: Norwick repeats buy\n"),
    ("stars with their writers", "The Ash ★★★★☆\nBy Ann Lee\n"),
    ("replies", "“No, no,” was all that she and Ann Lee would "),
    ("lines of a list", "5 The Ash, Mill Road - rated by the Food Standards Agency\n"),
    ("months in a row", "in May "),
    ("names of one sound", "Ann Nandakumar met Ann Nandakumer. "),
    ("people with half a name", "“No,” Mr Lee said. “No,” a man said. "),
    ("shares and moves", "52% against 51%, up 10% from 50 to 40, between 6 and 4, £1m ($2m), "),
    ("people and their years", "Ann Lee, 30, born in 1950, "),
    ("marks alone", "\"(“'"),
    ("new lines", "\n \n\r\n"),
    // What slows other readers of numbers and dates down.
    ("one endless number", "7"),
    ("thousands without an end", "1,000,000,"),
    ("opening marks alone", "“"),
    ("hundreds without an end", "one hundred and "),
    ("money in a row", "$1 "),
    ("dates without an end", "1/1/"),
    ("ranges without an end", "5-"),
    ("months alone", "May "),
    ("one endless word", "a"),
    ("one endless compound", "a-"),
    ("points without an end", "1.1."),
];

/// Pieces of HTML that invite a scanner to search for an end again and again, or to build something deep.
const HOSTILE_HTML: [(&str, &str); 22] = [
    ("tags that never close", "<div "),
    ("comments that never close", "<!--"),
    ("entities without an end", "&amp"),
    ("stray ampersands", "&&#&#x"),
    ("scripts that never close", "<script>"),
    ("scripts that almost close", "<script></scrip "),
    ("nested elements that never close", "<div><p>a"),
    ("closing tags alone", "</div></p></td>"),
    ("closing tags that never opened", "<b>a</i></a>"),
    ("quotes that never close", "<p a=\"b>c"),
    ("quotes of both kinds", "<p a='\"b='\">c"),
    ("attributes without an end", "<p a=b c d=e f "),
    ("many attributes", "<p a b=c d='e' class=\"f-g-h i_j\">"),
    ("brackets alone", "<"),
    ("closing brackets", "< > </ >"),
    ("tables in tables", "<table><tr><td>a"),
    ("lists in lists", "<ul><li>a"),
    ("cells without rows", "<td>a<td>"),
    ("links in links", "<a href=b>c"),
    ("hidden elements", "<p hidden><span aria-hidden=true>a"),
    ("declarations", "<!x <?y"),
    ("dates", "<time datetime=2024-05-06>a</time>"),
];

/// Steps that a report of `count` times the phrase takes.
fn steps(phrase: &str, count: usize) -> u64 {
    let text = phrase.repeat(count);
    let _ = take_steps();
    std::hint::black_box(factbox::extract(&text));
    take_steps()
}

/// Steps that a report of `count` times the piece of HTML takes; `end` stands once behind them.
fn html_steps(piece: &str, end: &str, count: usize) -> u64 {
    let html = [&piece.repeat(count), end].concat();
    let _ = take_steps();
    std::hint::black_box(factbox::extract_html(&html, factbox::Options::default()));
    take_steps()
}

#[test]
fn twice_the_html_takes_at_most_little_more_than_twice_the_steps() {
    let mut steep = Vec::new();
    for (what, piece) in HOSTILE_HTML {
        for end in ["", ">", "\">", "'>", "-->", "</script>", "</div>"] {
            let (once, twice) = (html_steps(piece, end, 2_000), html_steps(piece, end, 4_000));
            assert!(once >= 2_000, "{what}: {once} steps are not all that are taken");
            if twice * 10 > once * 22 {
                steep.push(format!("{what} ({piece:?}, then {end:?}): {once} steps, then {twice}"));
            }
        }
    }
    assert!(steep.is_empty(), "more than 2.2 times the steps:\n{}", steep.join("\n"));
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
