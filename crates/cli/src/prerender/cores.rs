//! Work on all cores.

use std::{
    num::NonZero,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::Result;

/// Hands things out to all cores, each the next that nobody has taken.
pub fn on_all_cores<T: Sync>(
    things: &[T],
    labour: &(dyn Fn(&mut dyn Iterator<Item = &'_ T>) -> Result<()> + Sync),
) -> Result<()> {
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(things.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut mine = std::iter::from_fn(|| things.get(next.fetch_add(1, Ordering::Relaxed)));
                if let Err(error) = labour(&mut mine) {
                    failure.lock().expect("nobody panics while noting a failure").get_or_insert(error);
                }
            });
        }
    });
    failure.into_inner().expect("nobody panics while noting a failure").map_or(Ok(()), Err)
}
