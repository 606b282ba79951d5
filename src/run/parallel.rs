//! Working on many files at once, telling of them in their order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// How many results may wait to be told, for each worker: enough to keep all busy, few enough to keep memory flat.
const WAITING: usize = 64;

/// Fewer items than this are not worth a thread.
const WORTH_THREADS: usize = 8;

/// Does `work` for each item, on as many threads as there are processors, and gives each result to `tell` in the order of
/// the items. `worker` makes what a thread keeps for itself from item to item.
pub fn in_order<Item: Sync, Worker, Done: Send>(
    items: &[Item],
    worker: impl Fn() -> Worker + Sync,
    work: impl Fn(&mut Worker, &Item) -> Done + Sync,
    mut tell: impl FnMut(&Item, Done),
) {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    if items.len() < WORTH_THREADS || threads == 1 {
        let mut own = worker();
        items.iter().for_each(|item| tell(item, work(&mut own, item)));
        return;
    }
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::sync_channel(threads * WAITING);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, worker, work) = (sender.clone(), &next, &worker, &work);
            scope.spawn(move || {
                let mut own = worker();
                while let Some((index, item)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    items.get(index).map(|item| (index, item))
                } {
                    if sender.send((index, work(&mut own, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let (mut early, mut told) = (BTreeMap::new(), 0);
        for (index, done) in results {
            early.insert(index, done);
            while let Some(done) = early.remove(&told) {
                tell(&items[told], done);
                told += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 7, 8, 1000] {
            let items: Vec<u64> = (0..count).collect();
            let mut told = Vec::new();
            let slow = |seen: &mut u64, item: &u64| {
                *seen += 1;
                if item.is_multiple_of(7) {
                    std::thread::yield_now();
                }
                item * 2
            };
            in_order(&items, || 0, slow, |item, done| told.push((*item, done)));
            assert_eq!(told, items.iter().map(|item| (*item, item * 2)).collect::<Vec<_>>());
        }
    }
}
