//! What leads to what in a path: the order that its picture shows.

/// A module's way on: which modules lead to which, as positions in the path. `modules` itself stands for the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// How many modules there are.
    pub modules: usize,
    /// For each module and for the end: those that lead to it directly, in path order.
    pub before: Vec<Vec<usize>>,
    /// For each module and for the end: how far it is from the beginning, along the longest way.
    pub depth: Vec<usize>,
    /// The longest way from the first module to the end: the thread itself.
    pub thread: Vec<usize>,
}

impl Order {
    /// The order that prerequisites make; each stands before the module that needs it (model.md §5).
    ///
    /// A module that needs nothing follows the one before it, as the path does, and one that nothing needs leads to
    /// the end. What follows from other prerequisites is left out.
    #[must_use]
    pub fn new(needs: &[Vec<usize>], is_optional: &[bool]) -> Self {
        let modules = needs.len();
        let mut above: Vec<Vec<bool>> = Vec::with_capacity(modules);
        let mut before: Vec<Vec<usize>> = Vec::with_capacity(modules + 1);
        for (at, needs) in needs.iter().enumerate() {
            let direct = direct(at, needs, &above);
            let mut all = vec![false; modules];
            for &one in &direct {
                all[one] = true;
                all.iter_mut().zip(&above[one]).for_each(|(own, its)| *own |= its);
            }
            above.push(all);
            before.push(direct);
        }
        let leads_on: Vec<usize> = before.iter().flatten().copied().collect();
        before.push((0..modules).filter(|at| !leads_on.contains(at)).collect());
        let depth = depths(&before);
        let thread = thread(&before, &depth, is_optional);
        Self { modules, before, depth, thread }
    }
}

/// What a module needs, without what these need themselves.
fn direct(at: usize, needs: &[usize], above: &[Vec<bool>]) -> Vec<usize> {
    let mut needs: Vec<usize> = needs.iter().copied().filter(|&one| one < at).collect();
    needs.sort_unstable();
    needs.dedup();
    if needs.is_empty() {
        return at.checked_sub(1).into_iter().collect();
    }
    let follows = |one: usize| needs.iter().any(|&other| above[other][one]);
    needs.iter().copied().filter(|&one| !follows(one)).collect()
}

fn depths(before: &[Vec<usize>]) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(before.len());
    for before in before {
        depths.push(before.iter().map(|&one| depths[one] + 1).max().unwrap_or(0));
    }
    depths
}

/// From the end back to the beginning by the deepest module, a required one if there is the choice.
fn thread(before: &[Vec<usize>], depth: &[usize], is_optional: &[bool]) -> Vec<usize> {
    let mut thread = Vec::new();
    let mut at = before.len() - 1;
    while let Some(&last) = before[at].iter().max_by_key(|&&one| (depth[one], !is_optional[one], one)) {
        thread.push(last);
        at = last;
    }
    thread.reverse();
    thread
}

#[cfg(test)]
mod tests {
    use super::Order;

    fn order(needs: &[&[usize]]) -> Order {
        let needs: Vec<Vec<usize>> = needs.iter().map(|needs| needs.to_vec()).collect();
        Order::new(&needs, &vec![false; needs.len()])
    }

    #[test]
    fn a_path_without_prerequisites_is_one_line() {
        let order = order(&[&[], &[], &[]]);
        assert_eq!(order.before, [vec![], vec![0], vec![1], vec![2]]);
        assert_eq!(order.thread, [0, 1, 2]);
    }

    #[test]
    fn what_follows_is_left_out_and_what_leads_nowhere_joins_the_end() {
        let order = order(&[&[], &[0], &[0, 1], &[1], &[2]]);
        assert_eq!(order.before, [vec![], vec![0], vec![1], vec![1], vec![2], vec![3, 4]]);
        assert_eq!((order.depth, order.thread), (vec![0, 1, 2, 2, 3, 4], vec![0, 1, 2, 4]));
    }
}
