//! Claims: which stage owns a token, one byte each, so that a date's number is not read again as a count.

/// Who owns a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Owner {
    /// Nobody.
    #[default]
    None,
    /// A date.
    Date,
    /// A figure.
    Figure,
    /// A number that tells no quantity: part of a name, a clock time, a telephone number.
    Ignored,
}

/// The owners of all tokens.
#[derive(Debug)]
pub struct Claims(Vec<Owner>);

impl Claims {
    /// Nobody owns anything.
    #[must_use]
    pub fn new(len: usize) -> Claims {
        Claims(vec![Owner::None; len])
    }

    /// Who owns token `i`.
    #[must_use]
    pub fn owner(&self, i: usize) -> Owner {
        self.0.get(i).copied().unwrap_or_default()
    }

    /// Gives the tokens `from..to` to `owner`.
    pub fn take(&mut self, from: usize, to: usize, owner: Owner) {
        if let Some(range) = self.0.get_mut(from..to) {
            range.fill(owner);
        }
    }
}
