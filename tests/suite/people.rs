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
department = "sals"
level = "boss"
superiors = ["e1", "e9"]

[e1]
name = "Quirinius"
birth_year = 1929
consent = "secret"
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
department = "sals"
level = "boss"
superiors = ["e1", "e9"]

[e1]
name = "Quirinius"
birth_year = 1929
age_band = "fifty"
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
born = 1999

[e1]
name = "Quirinius"

[E_2]
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
name = "Walburga"
"#,
    );
}

#[test]
fn people_belong_into_gitignore() {
    check(
        r#"
//- /.gitignore
/public/
"#,
    );
    check(
        r#"
//- /.gitignore delete
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"
"#,
    );
}
