//! Who owns which token: a date's numbers are no counts.

/// One flag a token.
#[derive(Debug)]
pub struct Claims(Vec<bool>);

impl Claims {
    /// No token of `len` is owned.
    #[must_use]
    pub fn new(len: usize) -> Claims {
        Claims(vec![false; len])
    }

    /// Takes the tokens `from..to`.
    pub fn take(&mut self, from: usize, to: usize) {
        self.0.get_mut(from..to).unwrap_or(&mut []).fill(true);
    }

    /// Whether token `i` is owned.
    #[must_use]
    pub fn has(&self, i: usize) -> bool {
        self.0.get(i).copied().unwrap_or(false)
    }
}
