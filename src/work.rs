//! Counts steps, so that a test can show that work grows no faster than the text.
//!
//! Every read of a token, and every turn of a loop over other tables, counts one step. Without the feature
//! `work-counter` a step is nothing at all.

#[cfg(feature = "work-counter")]
std::thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one step.
#[inline(always)]
pub(crate) fn step() {
    #[cfg(feature = "work-counter")]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// Counts `count` steps: those of a search that looked at so many bytes.
#[inline(always)]
pub(crate) fn steps(count: usize) {
    #[cfg(feature = "work-counter")]
    STEPS.with(|steps| steps.set(steps.get() + count as u64));
    #[cfg(not(feature = "work-counter"))]
    let _ = count;
}

/// Steps taken on this thread since the last call.
#[cfg(feature = "work-counter")]
#[doc(hidden)]
#[must_use]
pub fn take_steps() -> u64 {
    STEPS.with(|steps| steps.replace(0))
}
