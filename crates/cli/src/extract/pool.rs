//! Work on all cores whose results come out in the order in which the work went in, with a bounded number of
//! pieces under way: a reader far ahead of a slow piece waits.

use std::{
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// How many pieces may be under way for each thread: enough that none waits for a long one before it, few enough
/// that all of them fit into memory.
const AHEAD: usize = 8;

/// The stack of a thread. Pages nest their elements as deep as they like, and who walks them uses it.
const STACK: usize = 256 << 20;

/// A piece of work, and where its result goes.
type Job<I, R> = (I, SyncSender<R>);

/// A result that is still to come, and what it is of.
type Slot<L, R> = (L, Receiver<R>);

/// Does `work` on every piece that `produce` hands out, on `threads` threads, and gives every result to `take`
/// with its label, in order; none where the work failed with a panic. Ends early, with what `take` returned, when
/// that is an error; pieces that are under way are then left behind.
pub fn in_order<L, I, R, E>(
    threads: NonZero<usize>,
    produce: impl FnOnce(&mut dyn FnMut(L, I) -> bool) + Send + 'static,
    work: impl Fn(I) -> R + Send + Sync + 'static,
    mut take: impl FnMut(L, Option<R>) -> Result<(), E>,
) -> Result<(), E>
where
    L: Send + 'static,
    I: Send + 'static,
    R: Send + 'static,
{
    let ahead = threads.get() * AHEAD;
    let (jobs, queue) = sync_channel::<Job<I, R>>(ahead);
    let (slots, results) = sync_channel::<Slot<L, R>>(ahead);
    thread::spawn(move || {
        produce(&mut |label, piece| {
            let (result, slot) = sync_channel(1);
            slots.send((label, slot)).is_ok() && jobs.send((piece, result)).is_ok()
        });
    });
    let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
    for _ in 0..threads.get() {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        let spawned = thread::Builder::new().stack_size(STACK).spawn(move || labour(&queue, &*work));
        spawned.expect("the system has threads");
    }
    results.iter().try_for_each(|(label, slot)| take(label, slot.recv().ok()))
}

fn labour<I, R>(queue: &Mutex<Receiver<Job<I, R>>>, work: &dyn Fn(I) -> R) {
    loop {
        let next = queue.lock().expect("nobody panics while waiting").recv();
        let Ok((piece, result)) = next else { return };
        // Whoever waits for a result that does not come learns it from the sender's end.
        if let Ok(done) = catch_unwind(AssertUnwindSafe(|| work(piece))) {
            // Nobody waits any more when the run has ended early.
            let _ = result.send(done);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    use super::*;

    const FOUR: NonZero<usize> = NonZero::new(4).unwrap();

    #[test]
    fn results_come_in_order_and_a_panic_takes_only_its_own() {
        let mut all = Vec::new();
        let work = |piece: u64| {
            thread::sleep(Duration::from_micros(piece % 7 * 100));
            assert!(piece != 40, "this piece is meant to fail");
            piece * 2
        };
        let produce = |hand: &mut dyn FnMut(u64, u64) -> bool| {
            (0..100).all(|piece| hand(piece, piece));
        };
        let ended: Result<(), ()> = in_order(FOUR, produce, work, |label, result| {
            all.push((label, result));
            Ok(())
        });
        assert_eq!(ended, Ok(()));
        let expected: Vec<_> = (0..100).map(|piece| (piece, (piece != 40).then_some(piece * 2))).collect();
        assert_eq!(all, expected);
    }

    #[test]
    fn reading_waits_for_writing() {
        static HANDED: AtomicUsize = AtomicUsize::new(0);
        let produce = |hand: &mut dyn FnMut(usize, usize) -> bool| {
            (0..10_000).all(|piece| {
                HANDED.fetch_add(1, Ordering::SeqCst);
                hand(piece, piece)
            });
        };
        let ended = in_order(
            FOUR,
            produce,
            |piece| piece,
            |label, _| {
                let ahead = HANDED.load(Ordering::SeqCst) - label;
                assert!(ahead <= 2 * 4 * AHEAD, "{ahead} pieces were read ahead");
                if label == 500 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!(ended, Err("enough"));
    }
}
