//! Things in a row that may not overlap: each as near as possible to where it belongs.

/// Where things of `sizes` begin that belong to `wanted`, in their order and without overlap, within `room` if they
/// fit into it at all.
///
/// What stands too close together moves apart in both directions (isotonic regression by pooling neighbours).
#[must_use]
pub fn spread(wanted: &[i32], sizes: &[i32], room: i32) -> Vec<i32> {
    // Without their sizes, things that do not overlap are numbers that do not fall.
    let before: Vec<i32> = sizes
        .iter()
        .scan(0, |sum, size| {
            *sum += size;
            Some(*sum - size)
        })
        .collect();
    let mut pools: Vec<(i32, i32)> = Vec::new();
    for (wanted, before) in wanted.iter().zip(&before) {
        pools.push((wanted - before, 1));
        while let [.., (sum, count), (last_sum, last_count)] = pools[..]
            && sum.div_euclid(count) > last_sum.div_euclid(last_count)
        {
            pools.truncate(pools.len() - 2);
            pools.push((sum + last_sum, count + last_count));
        }
    }
    let most = (room - sizes.iter().sum::<i32>()).max(0);
    let level = pools.iter().flat_map(|&(sum, count)| (0..count).map(move |_| sum.div_euclid(count).clamp(0, most)));
    level.zip(&before).map(|(level, before)| level + before).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::spread;

    #[test]
    fn what_has_room_stays_and_what_is_crowded_moves_apart() {
        assert_eq!(spread(&[0, 50, 100], &[20, 20, 20], 200), [0, 50, 100]);
        assert_eq!(spread(&[50, 50], &[20, 20], 200), [40, 60]);
        assert_eq!(spread(&[-10, 190], &[20, 20], 200), [0, 180]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps(things in prop::collection::vec((0..700i32, 1..90i32), 0..12)) {
            let (mut wanted, sizes): (Vec<i32>, Vec<i32>) = things.into_iter().unzip();
            wanted.sort_unstable();
            let room = 760.max(sizes.iter().sum());
            let starts = spread(&wanted, &sizes, room);
            let ends: Vec<i32> = starts.iter().zip(&sizes).map(|(start, size)| start + size).collect();
            prop_assert!(ends.iter().zip(starts.iter().skip(1)).all(|(end, next)| end <= next), "{starts:?} {sizes:?}");
            prop_assert!(starts.first().is_none_or(|&first| first >= 0) && ends.last().is_none_or(|&last| last <= room));
        }
    }
}
