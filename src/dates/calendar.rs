//! The calendar: days, weekdays and their EDTF text.

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year of the common era.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// Adds a number, with noughts before it where it has fewer digits than `len`.
#[inline(never)]
fn push(text: &mut String, n: u32, len: u32) {
    let places = n.checked_ilog10().map_or(1, |last| last + 1).max(len);
    for place in (0..places).rev() {
        let digit = n / 10u32.pow(place) % 10;
        text.push(char::from(b'0' + digit as u8));
    }
}

/// Parts of a date of at most three, each with its least number of digits.
fn parts(parts: &[(u32, u32)]) -> String {
    let mut text = String::with_capacity("2019-03-18".len());
    for (n, len) in parts {
        if !text.is_empty() {
            text.push('-');
        }
        push(&mut text, *n, *len);
    }
    text
}

/// "0987", "2019".
pub fn year_text(year: u32) -> String {
    parts(&[(year, 4)])
}

/// "2019-03", and seasons as "2019-22".
pub fn month_text(year: u32, month: u32) -> String {
    parts(&[(year, 4), (month, 2)])
}

/// "199X", "13XX".
pub fn masked(head: u32, tail: &str) -> String {
    let mut text = parts(&[(head, 4 - tail.len() as u32)]);
    text.push_str(tail);
    text
}

/// Days of the month.
pub fn month_length(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Day {
    /// The day, if the calendar has it.
    pub fn real(year: u32, month: u32, day: u32) -> Option<Day> {
        let fits = (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        fits.then_some(Day { year, month, day })
    }

    /// "2019-03-18".
    pub fn edtf(self) -> String {
        parts(&[(self.year, 4), (self.month, 2), (self.day, 2)])
    }

    /// The day that is written "2019-03-18".
    pub fn from_edtf(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-').map(str::parse);
        let mut part = || parts.next()?.ok();
        Some(Day { year: part()?, month: part()?, day: part()? })
    }

    /// Days since a fixed day (the proleptic Gregorian calendar).
    fn number(self) -> i64 {
        let (y, m) = if self.month <= 2 {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        } else {
            (i64::from(self.year), i64::from(self.month) - 3)
        };
        365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + i64::from(self.day) - 1
    }

    fn from_number(n: i64) -> Day {
        let mut y = (10_000 * n + 14_780) / 3_652_425;
        let rest = |y: i64| n - (365 * y + y / 4 - y / 100 + y / 400);
        if rest(y) < 0 {
            y -= 1;
        }
        let days = rest(y);
        let m = (100 * days + 52) / 3060;
        let month = (m + 2) % 12 + 1;
        let year = y + (m + 2) / 12;
        let day = days - (m * 306 + 5) / 10 + 1;
        Day { year: year as u32, month: month as u32, day: day as u32 }
    }

    /// The day that many days later.
    pub fn plus(self, days: i32) -> Day {
        Day::from_number(self.number() + i64::from(days))
    }

    /// Monday is 1.
    #[inline(never)]
    pub fn weekday(self) -> u32 {
        ((self.number() + 2).rem_euclid(7) + 1) as u32
    }

    /// The last such weekday up to this day, or the next one.
    pub fn weekday_near(self, weekday: u32, ahead: bool) -> Day {
        let today = i64::from(self.weekday());
        let want = i64::from(weekday);
        let shift =
            if ahead { (want - today).rem_euclid(7) } else { -(today - want).rem_euclid(7) };
        self.plus(shift as i32)
    }

    /// The Monday of its week.
    pub fn monday(self) -> Day {
        self.plus(1 - self.weekday() as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        let day = Day { year: 2024, month: 2, day: 28 };
        assert_eq!(day.plus(2).edtf(), "2024-03-01");
        assert_eq!(day.plus(-59).edtf(), "2023-12-31");
        assert_eq!(day.weekday(), 3);
        assert_eq!(day.weekday_near(1, false).edtf(), "2024-02-26");
        assert_eq!(day.weekday_near(1, true).edtf(), "2024-03-04");
    }
}
