//! The people files (model.md §9): checked, and never quoted.

use crate::harness::check;

#[test]
fn what_is_known_of_a_person() {
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]
departments = ["sales", "it"]
levels = ["staff", "lead"]

[plan]
sessions = ["open", "close"]
//- /private/people/spring.toml
[m1]
name = "Xaverine"
birth_year = 2000
age_band = "20-29"
^^^^^^^^ error[age-twice]: give birth_year or age_band, not both
department = "sals"
             ^^^^^^ error[not-in-programme]: "department" is not in programme.departments
level = "boss"
        ^^^^^^ error[not-in-programme]: "level" is not in programme.levels
superiors = ["e1", "e9"]
                   ^^^^ error[unknown-reference]: "superiors" names person "e9", which does not exist

[e1]
name = "Quirinius"
birth_year = 1929
             ^^^^ error[out-of-range]: "birth_year" must be between 1930 and 2013, found …
consent = "secret"
          ^^^^^^^^ error[not-an-option]: "consent" must be one of "public", "initials", "hidden", found "…"
"#,
    );
    check(
        r#"
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]
departments = ["sales", "it"]
levels = ["staff", "lead"]

[plan]
sessions = ["open", "close"]
//- /private/people/spring.toml
[m1]
name = "Xaverine"
birth_year = 2000
age_band = "20-29"
^^^^^^^^ error[age-twice]: give birth_year or age_band, not both
department = "sals"
             ^^^^^^ error[not-in-programme]: "department" is not in programme.departments
level = "boss"
        ^^^^^^ error[not-in-programme]: "level" is not in programme.levels
superiors = ["e1", "e9"]
                   ^^^^ error[unknown-reference]: "superiors" names person "e9", which does not exist

[e1]
name = "Quirinius"
birth_year = 1929
             ^^^^ error[out-of-range]: "birth_year" must be between 1930 and 2013, found …
age_band = "fifty"
^^^^^^^^ error[age-twice]: give birth_year or age_band, not both
           ^^^^^^^ error[bad-age-band]: age_band must look like "20-29"
"#,
    );
}

#[test]
fn the_youngest_are_fourteen() {
    check(
        r#"
//= today 2030-12-31
//- /private/people/spring.toml
[m1]
name = "Xaverine"
birth_year = 2017
             ^^^^ error[out-of-range]: "birth_year" must be between 1930 and 2016, found …

[e1]
name = "Quirinius"
birth_year = 2016
"#,
    );
}

#[test]
fn keys_and_ids_of_people() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
nam = "Xaverine"
^^^ error[unknown-key]: unknown key "nam" in person; did you mean "name"?
born = 1999
^^^^ error[unknown-key]: unknown key "born" in person

[e1]
name = "Quirinius"

[E_2]
 ^^^ error[bad-id]: "E_2" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
name = "Walburga"
"#,
    );
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"

[E_2]
 ^^^ error[bad-id]: "E_2" cannot be an id: use lower-case letters, digits and single hyphens, at most 64 characters
name = "Walburga"
"#,
    );
}

#[test]
fn people_belong_into_gitignore() {
    check(
        r#"
//- /.gitignore
$ warning[people-not-ignored]: private/ is not in .gitignore
/public/
"#,
    );
    check(
        r#"
//- /.gitignore delete
//- /private/people/spring.toml
$ warning[people-not-ignored]: private/ is not in .gitignore
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}
