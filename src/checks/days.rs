//! Days that do not fit: a weekday and its date, and dates that count from a day that the article does not give.

use super::{Desk, item};
use crate::dates::calendar::Day;
use crate::lexicon::class;
use crate::report::List;
use crate::tokens::Shape;

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Most dates that a message names.
const NAMED: usize = 4;

/// Asks about each weekday that does not fit, and once about all dates that nothing settles.
pub fn ask(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    let (mut open, mut items, mut words) = (Vec::new(), Vec::new(), Vec::new());
    for (n, date) in desk.dates.iter().enumerate() {
        let place = (date.from, date.to);
        if date.relative {
            open.push(place);
            items.push(item(List::Dates, n));
            let said = desk.said(place);
            if words.len() < NAMED && !words.contains(&said) {
                words.push(said);
            }
        }
        let weekday = a.number_at(date.from, class::WEEKDAY);
        let day = date.edtf.as_deref().and_then(Day::from_edtf);
        let (Some(weekday), Some(day), None) = (weekday, day, date.order) else { continue };
        let sure =
            (date.from..date.to).any(|i| a.shape(i) == Shape::Number && a.word(i).len() == 4);
        let fits = |year| {
            Day::real(year, day.month, day.day).is_some_and(|d| f64::from(d.weekday()) == weekday)
        };
        // Where no year is told it may be the one before or the next.
        if fits(day.year) || !sure && (fits(day.year - 1) || fits(day.year + 1)) {
            continue;
        }
        let right = DAYS.get(day.weekday() as usize - 1).copied().unwrap_or_default();
        let message = [
            &desk.said(place),
            " is a ",
            right,
            " in ",
            &day.year.to_string(),
            ": is the weekday or the date wrong?",
        ];
        desk.ask("weekday-and-date", &[place], &[item(List::Dates, n)], &message);
    }
    if open.is_empty() {
        return;
    }
    let message =
        [&words.join(", "), ": the article gives no date to count from. When was it published?"];
    desk.ask("date-without-article-date", &open, &items, &message);
}
