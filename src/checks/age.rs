//! An age that does not fit the year of birth that the article gives.

use super::{Desk, item};
use crate::figures::Figure;
use crate::quotes::Range;
use crate::report::{EntityKind, FigureKind, List};
use crate::text::whole;
use crate::tokens::Shape;

/// Words between "born" and its year.
const REACH: usize = 5;

/// Names before "born" among which the person is looked for.
const NAMES: usize = 8;

/// Asks about each person whose age and year of birth do not fit the article's year.
pub fn fits(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    let year = |edtf: &str| edtf.get(..4).and_then(whole);
    let Some(now) = desk.published.and_then(year) else { return };
    for (n, date) in desk.dates.iter().enumerate() {
        let low = date.from.saturating_sub(REACH);
        let Some(word) = (low..date.from).rev().find(|i| a.reads(*i, word!("born"))) else {
            continue;
        };
        let Some(birth) = date.edtf.as_deref().and_then(year) else { continue };
        let (start, end) = desk.sentence(word);
        // The last person named before, and the age that stands beside that name.
        let names = desk.quotes.names.within(desk.sentence(start.saturating_sub(1)).0, word);
        let person = |id| desk.quotes.names.is(id, EntityKind::Person);
        let Some(name) = names.rev().take(NAMES).find(|m| person(m.entity)) else { continue };
        let mut ages = desk
            .figures
            .iter()
            .enumerate()
            .skip(desk.figures.partition_point(|f| f.from < name.to));
        let Some((k, age)) = ages
            .find(|(_, f)| f.from >= name.to)
            .filter(|(_, f)| f.to <= end && beside(desk, name.to, f))
        else {
            continue;
        };
        let Some(value) = age.value else { continue };
        let years = f64::from(now.saturating_sub(birth));
        if value == years || value == years - 1.0 {
            continue;
        }
        let (told, born): (Range, Range) = ((age.from, age.to), (word, date.to));
        let message = [
            &*desk.said(told),
            " and ",
            &desk.said(born),
            " do not fit each other in ",
            &now.to_string(),
            ": which is right?",
        ];
        desk.ask(
            "age-and-birth-year",
            &[told, born],
            &[item(List::Figures, k), item(List::Dates, n)],
            &message,
        );
    }
}

/// Whether the age stands right behind the name: "Ann Day, 71,".
fn beside(desk: &Desk<'_, '_>, name: usize, age: &Figure) -> bool {
    let a = desk.article;
    let opens = matches!(a.shape(name), Shape::Comma | Shape::Open);
    age.kind == FigureKind::Age && opens && (name + 1..=name + 2).contains(&age.from)
}
