//! Pairs (model.md §9) and how openly they are shown (§17).

use crate::harness::{check, site};

/// The base's cohort with these pairs.
fn cohort(pairs: &str) -> String {
    format!(
        "//- /content/cohorts/spring.toml\ntitle = \"Spring\"\nprogramme = \"swap\"\ntopic = \"ads\"\n\
         start = 2027-03-04\nrhythm = \"weekly\"\ntime = \"13:30\"\n{pairs}"
    )
}

#[test]
fn a_cohort_without_pairs() {
    check(
        r#"
//- /content/cohorts/spring.toml
$ warning[no-pairs]: cohort "spring" has no pairs yet
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
"#,
    );
}

#[test]
fn pairs_by_themselves() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "m1"
         ^^^^ error[self-pair]: pair "p1": mentor and mentee are the same person

[[pair]]
id = "p1"
     ^^^^ error[duplicate-id]: two pair entries have the id "p1": content/cohorts/spring.toml and content/cohorts/spring.toml
mentor = "m1"
         ^^^^ warning[mentor-in-several-pairs]: "m1" is mentor in 2 pairs
mentee = "e1"

[[pair]]
id = "p3"
mentor = "m2"
         ^^^^ error[unknown-person]: person "m2" of pair "p3" is not in private/people/spring.toml
mentee = "e2"
         ^^^^ error[unknown-person]: person "e2" of pair "p3" is not in private/people/spring.toml
"#,
    );
}

#[test]
fn a_person_in_several_pairs() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"

[[pair]]
id = "p2"
mentor = "m1"
         ^^^^ warning[mentor-in-several-pairs]: "m1" is mentor in 2 pairs
mentee = "e2"

[[pair]]
id = "p3"
mentor = "e2"
         ^^^^ warning[both-roles]: "e2" is mentor in pair "p3" and mentee in pair "p2"
mentee = "e3"
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"

[e2]
name = "Walburga"

[e3]
name = "Zacharias"
"#,
    );
}

#[test]
fn personal_data_have_no_place_in_a_cohort() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
name = "Lovebirds"
^^^^ error[personal-data-in-content]: "name" holds personal data and may only stand in private/people/
birth_year = 1990
^^^^^^^^^^ error[personal-data-in-content]: "birth_year" holds personal data and may only stand in private/people/
age_band = "20-29"
^^^^^^^^ error[personal-data-in-content]: "age_band" holds personal data and may only stand in private/people/
department = "sales"
^^^^^^^^^^ error[personal-data-in-content]: "department" holds personal data and may only stand in private/people/
level = "staff"
^^^^^ error[personal-data-in-content]: "level" holds personal data and may only stand in private/people/
superiors = []
^^^^^^^^^ error[personal-data-in-content]: "superiors" holds personal data and may only stand in private/people/
consent = "public"
^^^^^^^ error[personal-data-in-content]: "consent" holds personal data and may only stand in private/people/
nickname = "Lovebirds"
^^^^^^^^ error[unknown-key]: unknown key "nickname" in pair
"#,
    );
}

#[test]
fn no_people_file() {
    check(
        r#"
//- /private/people/spring.toml delete
//- /content/cohorts/spring.toml
$ warning[no-people-file]: private/people/spring.toml not found: pair checks report missing data and pairs are shown as hidden
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_pair_asks_for_more_than_is_allowed() {
    check(
        r#"
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"
visibility = "initials"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
visibility = "public"
             ^^^^^^^^ warning[visibility-lowered]: pair "p1" asks for "public", but "initials" is the highest allowed; "initials" is used

[[pair]]
id = "p2"
mentor = "m2"
mentee = "e2"
visibility = "hidden"
//- /private/people/spring.toml
[m1]
name = "Xaverine"
consent = "public"

[e1]
name = "Quirinius"

[m2]
name = "Walburga"

[e2]
name = "Zacharias"
"#,
    );
}

#[test]
fn people_are_shown_as_they_agreed() {
    let people = "//- /private/people/spring.toml\n\
                  [m1]\nname = \"Xaverine Muster\"\nconsent = \"public\"\n\
                  [e1]\nname = \"Quirinius Meister\"\nconsent = \"initials\"\n\
                  [m2]\nname = \"Walburga\"\n[e2]\nname = \"Zacharias\"\nconsent = \"public\"\n";
    let pairs = "visibility = \"public\"\n[[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\n\
                 [[pair]]\nid = \"p2\"\nmentor = \"m2\"\nmentee = \"e2\"\nvisibility = \"initials\"\n";
    let public = "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\nvisibility = \"public\"\n\
                  [diagnostics]\npublic-names = \"allow\"\n";
    let files = site(&format!("{public}{}{people}", cohort(pairs)));
    let page = &files["cohorts/spring/index.html"];
    assert!(page.contains("Xaverine Muster") && page.contains("Q. M."), "{page}");
    assert!(page.contains("Mentor 2") && page.contains("Z.") && !page.contains("Zacharias"), "{page}");
    let files = site(&format!("{}{people}", cohort(pairs)));
    let page = &files["cohorts/spring/index.html"];
    assert!(page.contains("X. M.") && page.contains("Q. M."), "{page}");
}

#[test]
fn pairs_that_have_ended_are_not_listed_and_keep_their_number() {
    let people = "//- /private/people/spring.toml\n\
                  [m1]\nname = \"Xaverine\"\n[e1]\nname = \"Quirinius\"\n[m2]\nname = \"Walburga\"\n[e2]\nname = \"Zacharias\"\n";
    let pairs = "[[pair]]\nid = \"p1\"\nmentor = \"m1\"\nmentee = \"e1\"\nstatus = \"ended\"\n\
                 [[pair]]\nid = \"p2\"\nmentor = \"m2\"\nmentee = \"e2\"\n";
    let files = site(&format!("{}{people}", cohort(pairs)));
    let page = &files["cohorts/spring/index.html"];
    assert!(page.contains("Mentor 2") && !page.contains("Mentor 1"), "{page}");
}
