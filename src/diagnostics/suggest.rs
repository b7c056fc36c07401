use std::cmp::Reverse;

/// The candidate that an author probably meant by `word`, if one is near enough.
///
/// Tried in this order: the same word written otherwise (`baseURL`, `time-zone`, `Modules`), its singular or
/// plural, its translation into the language of our keys (`titel`, `uhrzeit`, `fragen`), a slip of the keyboard (a
/// transposed, missing, doubled or wrong letter in every three), and last the only one among several words (`Urs Gerber`
/// for `urs`). Among equals the first in order wins, so the answer does not depend on the order of the candidates.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut candidates: Vec<&str> = candidates.into_iter().filter(|&candidate| candidate != word).collect();
    candidates.sort_unstable();
    let candidates: Vec<Candidate<'a>> =
        candidates.into_iter().map(|written| Candidate { written, folded: folded(written) }).collect();
    let folded = folded(word);
    written_otherwise(&folded, &candidates)
        .or_else(|| translated(&folded, &candidates))
        .or_else(|| mistyped(&folded, &candidates))
        .or_else(|| only_word(word, &candidates))
}

/// The only candidate that is one of several words, such as an id in the place of which a title was written.
fn only_word<'a>(word: &str, candidates: &[Candidate<'a>]) -> Option<&'a str> {
    let words: Vec<String> = word.split_whitespace().map(folded).collect();
    let mut found = candidates.iter().filter(|candidate| words.len() > 1 && words.contains(&candidate.folded));
    let only = found.next()?;
    found.next().is_none().then_some(only.written)
}

/// A word that may have been meant.
struct Candidate<'a> {
    written: &'a str,
    folded: String,
}

/// The candidate with the same letters, or the same but for a plural.
fn written_otherwise<'a>(word: &str, candidates: &[Candidate<'a>]) -> Option<&'a str> {
    if word.is_empty() {
        return None;
    }
    let same = candidates.iter().find(|candidate| candidate.folded == word);
    let same = same.or_else(|| candidates.iter().find(|candidate| singular(&candidate.folded) == singular(word)));
    same.map(|candidate| candidate.written)
}

/// The candidate whose meaning `word` has in [`VOCABULARY`].
fn translated<'a>(word: &str, candidates: &[Candidate<'a>]) -> Option<&'a str> {
    let mut meanings = VOCABULARY.iter().filter(|(_, words)| words.contains(&word));
    let found = meanings.find_map(|&(key, _)| candidates.iter().find(|candidate| candidate.written == key));
    found.map(|candidate| candidate.written)
}

/// The candidate with the fewest letters wrong, unless that is too many.
///
/// Words of one or two letters are too short to tell a slip from another word: `s3` does not mean `s4`.
fn mistyped<'a>(word: &str, candidates: &[Candidate<'a>]) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).min(4);
    let slips = |Candidate { written, folded }: &Candidate<'a>| {
        if fewest_slips(word, folded) > allowed {
            return None;
        }
        let distance = strsim::damerau_levenshtein(word, folded);
        let begins_alike = word.chars().next() == folded.chars().next();
        (distance <= allowed && distance < folded.chars().count()).then_some((
            distance,
            Reverse(begins_alike),
            *written,
        ))
    };
    candidates.iter().filter_map(slips).min().map(|(_, _, candidate)| candidate)
}

/// At least so many slips lie between two words: the letters that one has and the other lacks, wherever they stand.
///
/// Where the candidates are ten thousand pages, this rules out nearly all of them at a hundredth of the price.
fn fewest_slips(a: &str, b: &str) -> usize {
    // Letters that share a field of the table only make the answer smaller.
    let mut surplus = [0_i32; 64];
    a.chars().for_each(|letter| surplus[letter as usize % 64] += 1);
    b.chars().for_each(|letter| surplus[letter as usize % 64] -= 1);
    let missing: i32 = surplus.iter().map(|&count| count.max(0)).sum();
    let added: i32 = surplus.iter().map(|&count| (-count).max(0)).sum();
    missing.max(added).unsigned_abs() as usize
}

/// A word without what people write differently: small letters only, no separators, no accents, `ü` as `ue`.
#[must_use]
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'æ' => folded.push_str("ae"),
            'ö' | 'œ' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'à' | 'â' | 'á' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'ì' => folded.push('i'),
            'ô' | 'ò' => folded.push('o'),
            'û' | 'ù' => folded.push('u'),
            // The dots of an umlaut that is written as two characters, as file names on a Mac are.
            '\u{308}' => folded.push('e'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    folded
}

fn singular(folded: &str) -> String {
    match folded.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => folded.strip_suffix('s').unwrap_or(folded).to_owned(),
    }
}

/// Our keys and options, and the words that authors write for them: German, French, other English ones, all
/// [`folded`].
///
/// A word may stand in several rows; the first whose key fits at the place wins.
#[rustfmt::skip]
const VOCABULARY: &[(&str, &[&str])] = &[
    // Every kind of file
    ("title", &["titel", "ueberschrift", "bezeichnung", "name", "heading", "titre", "nom"]),
    ("name", &["bezeichnung", "vorname", "nachname", "titel", "nom", "prenom"]),
    ("summary", &["zusammenfassung", "kurztext", "kurzbeschreibung", "beschreibung", "description", "resume"]),
    ("definition", &["beschreibung", "erklaerung", "erlaeuterung", "bedeutung", "description", "meaning"]),
    ("draft", &["entwurf", "brouillon"]),
    ("aliases", &["alias", "altepfade", "synonyme", "synonyms", "varianten"]),
    ("text", &["wortlaut", "inhalt", "beschreibung", "texte", "description"]),
    ("id", &["kennung", "kuerzel", "schluessel", "identifier", "identifiant"]),
    ("reason", &["grund", "begruendung", "anlass", "raison", "motif"]),
    ("kind", &["art", "typ", "sorte", "type", "category", "kategorie", "genre"]),
    ("role", &["rolle", "fonction"]),
    ("roles", &["rollen", "fonctions"]),
    ("number", &["nummer", "nr", "numero", "no"]),
    ("order", &["reihenfolge", "rang", "position", "weight", "ordre"]),
    ("status", &["zustand", "stand", "state", "statut", "etat"]),
    ("key", &["schluessel", "cle"]),
    ("extra", &["zusatz", "zusaetzlich", "weiteres"]),
    // Site
    ("organisation", &["organization", "firma", "unternehmen", "betrieb", "company", "entreprise"]),
    ("base_url", &["adresse", "webadresse", "domain", "url", "siteurl", "baseaddress"]),
    ("url", &["adresse", "webadresse", "link", "href", "verweis", "lien"]),
    ("default_language", &["standardsprache", "hauptsprache", "sprache", "language", "defaultlang", "langue"]),
    ("languages", &["sprache", "sprachen", "language", "langs", "langue", "langues"]),
    ("time_zone", &["zeitzone", "tz", "fuseau", "fuseauhoraire"]),
    ("visibility", &["sichtbarkeit", "anzeige", "visibilite"]),
    ("contact", &["kontakt", "ansprechperson", "mail", "email", "courriel"]),
    ("min_group", &["mindestgruppe", "mindestgroesse", "gruppengroesse"]),
    ("calendar", &["kalender", "calendrier"]),
    ("holiday", &["feiertag", "feiertage", "ferien", "jourferie", "vacances"]),
    ("labels", &["beschriftung", "beschriftungen", "bezeichnungen", "begriffe", "terms"]),
    ("publish", &["veroeffentlichung", "veroeffentlichen", "ausgabe", "output"]),
    ("out", &["ausgabe", "ziel", "output", "outdir", "sortie"]),
    ("search", &["suche", "recherche"]),
    ("redirects", &["umleitungen", "weiterleitungen"]),
    ("people", &["personen", "leute", "teilnehmende", "personnes"]),
    ("reminder_minutes", &["erinnerung", "reminder", "rappel"]),
    ("enabled", &["aktiv", "aktiviert", "eingeschaltet", "actif"]),
    // Programme
    ("purpose", &["zweck", "sinn", "but"]),
    ("goal", &["ziel", "objectif"]),
    ("confidentiality", &["vertraulichkeit", "verschwiegenheit", "confidentialite"]),
    ("sponsor", &["auftraggeber", "auftraggeberin", "schirmherrschaft", "goetti", "parrain"]),
    ("statement", &["aussage", "wort", "zitat", "quote"]),
    ("organiser", &["organisation", "organisator", "organisatorin", "organisierende", "leitung", "organisateur"]),
    ("participation", &["teilnahme"]),
    ("mentors", &["mentorinnen", "mentoren"]),
    ("can_decline", &["ablehnen", "absage", "ablehnung"]),
    ("commitment", &["verpflichtung", "verbindlichkeit", "engagement"]),
    ("work_time", &["arbeitszeit", "tempsdetravail"]),
    ("attendance_percent", &["anwesenheit", "attendance", "presence"]),
    ("cancel_notice_hours", &["absagefrist", "abmeldefrist"]),
    ("exit_rule", &["ausstieg", "ausstiegsregel", "ausstiegsklausel"]),
    ("selection", &["auswahl", "selektion"]),
    ("mentor_criteria", &["mentorkriterien", "kriterien", "criteria"]),
    ("mentee_criteria", &["menteekriterien", "kriterien", "criteria"]),
    ("process", &["ablauf", "verfahren", "vorgehen", "prozess"]),
    ("matching", &["zuteilung", "zuordnung", "paarung"]),
    ("measure", &["messung", "messgroesse", "mass", "merkmal", "kennzahl", "mesure"]),
    ("when", &["wann", "zeitpunkt", "quand"]),
    ("target", &["zielwert", "ziel", "cible"]),
    ("milestone", &["meilenstein", "meilensteine", "jalon"]),
    ("anchor", &["anker", "bezug", "ancre"]),
    ("offset_days", &["tage", "versatz", "abstand", "days", "offset"]),
    ("link", &["verweis", "verknuepfung", "lien", "url"]),
    ("departments", &["abteilung", "abteilungen", "bereiche"]),
    ("levels", &["stufen", "hierarchie", "hierarchiestufen", "positionen", "niveaux"]),
    // Topic and module
    ("topics", &["thema", "themen", "theme", "themes", "sujets", "lernpfade"]),
    ("topic", &["thema", "themen", "theme", "themes", "sujet", "lernpfad"]),
    ("modules", &["modul", "module", "bausteine"]),
    ("module", &["modul", "baustein"]),
    ("minutes", &["minute", "minuten", "dauer", "laenge", "duration", "length", "duree"]),
    ("practice_minutes", &["uebungsminuten", "uebungszeit", "praxisminuten"]),
    ("self_study_minutes", &["selbststudium", "selbststudiumminuten", "selbstlernzeit", "selfstudy"]),
    ("optional", &["freiwillig", "fakultativ", "wahlweise", "optionnel", "facultatif"]),
    ("level", &["stufe", "niveau", "schwierigkeit", "position", "hierarchiestufe", "rang", "difficulty"]),
    ("prerequisites", &["voraussetzung", "voraussetzungen", "vorwissen", "vorkenntnisse", "requires", "prerequis"]),
    ("goals", &["ziel", "ziele", "goal", "lernziel", "lernziele", "objectif", "objectifs"]),
    ("objectives", &["ziel", "ziele", "lernziel", "lernziele", "goals", "objectif", "objectifs"]),
    ("questions", &["frage", "fragen", "leitfragen"]),
    ("keypoints", &["kernpunkt", "kernpunkte", "kernaussagen", "merksaetze", "merkpunkte", "pointscles"]),
    ("reflection", &["reflexion", "rueckblick", "nachdenken"]),
    ("prepare", &["vorbereitung", "vorbereiten", "preparation"]),
    ("materials", &["material", "materialien", "unterlagen", "materiel"]),
    ("file", &["datei", "fichier", "path", "pfad"]),
    ("outcome", &["ergebnis", "resultat", "result"]),
    ("why", &["warum", "wieso", "begruendung", "pourquoi"]),
    ("entry", &["einstieg", "vorwissen", "voraussetzungen", "entree"]),
    ("reviewed", &["geprueft", "ueberprueft", "durchgesehen", "verifie"]),
    ("archived", &["archiviert", "archive"]),
    // Session template and success factor
    ("block", &["abschnitt", "traktandum", "traktanden", "agenda", "bloc"]),
    ("lead", &["leitung", "fuehrung", "leiter", "verantwortlich", "responsable"]),
    ("notes", &["notiz", "notizen", "bemerkung", "bemerkungen", "anmerkung", "hinweis", "remarques"]),
    ("documents", &["dokument", "dokumente", "formulare"]),
    ("rationale", &["begruendung", "grundgedanke", "why"]),
    ("params", &["parameter", "parameters", "schwellen", "schwellenwerte", "thresholds"]),
    ("checks", &["pruefung", "pruefungen"]),
    ("check", &["pruefung"]),
    // Cohort
    ("programme", &["programm", "program"]),
    ("start", &["beginn", "beginnt", "anfang", "startdatum", "startdate", "begin", "debut"]),
    ("from", &["von", "ab", "beginn", "anfang", "de", "start"]),
    ("end", &["ende", "schluss", "enddatum", "enddate", "fin"]),
    ("to", &["bis", "ende", "until", "jusque", "end"]),
    ("rhythm", &["rhythmus", "takt", "frequenz", "frequency", "interval", "intervall", "rythme"]),
    ("time", &["zeit", "uhrzeit", "startzeit", "heure"]),
    ("date", &["datum", "tag", "day", "jour"]),
    ("place", &["ort", "raum", "sitzungszimmer", "zimmer", "location", "room", "lieu", "salle"]),
    ("plan", &["ablauf", "ablaufplan", "programmablauf"]),
    ("session_minutes", &["dauer", "minuten", "treffendauer", "sitzungsdauer", "duration", "minutes"]),
    ("skip", &["auslassen", "ausfall", "ferien", "pausen", "holiday", "holidays", "ueberspringen"]),
    ("on_skip", &["beiausfall", "ausweichen"]),
    ("published", &["veroeffentlicht", "veroeffentlichung", "publiziert", "publie"]),
    ("announced", &["angekuendigt", "mitgeteilt", "annonce"]),
    ("optional_modules", &["wahlmodule", "optionalemodule"]),
    ("factors", &["faktoren", "erfolgsfaktoren", "facteurs"]),
    ("session", &["treffen", "sitzung", "termin", "meeting", "seance", "rencontre"]),
    ("sessions", &["treffen", "sitzungen", "termine", "meetings", "seances", "rencontres"]),
    ("template", &["vorlage", "modele"]),
    ("cancelled", &["abgesagt", "annulliert", "faelltaus", "annule"]),
    ("change", &["aenderung", "aenderungen", "anpassung", "changement"]),
    ("waive", &["ausnahme", "ausnahmen", "verzicht", "exception"]),
    ("pair", &["tandem", "paar", "duo", "binome"]),
    ("pairs", &["tandems", "paare", "duos", "binomes"]),
    ("cohort", &["durchgang", "kohorte", "cohorte", "volee"]),
    ("cohorts", &["durchgaenge", "kohorten", "cohortes"]),
    ("self_study", &["selbststudium", "selbstlernen"]),
    // Pairs and people
    ("mentor", &["mentorin", "mentorinnen", "mentoren", "mentore", "mentrice"]),
    ("mentee", &["menti", "mentees", "mentoree", "mentorierte"]),
    ("birth_year", &["jahrgang", "geburtsjahr", "yearofbirth", "anneedenaissance", "alter", "age"]),
    ("age_band", &["altersband", "altersgruppe", "altersspanne", "alter", "age", "agegroup"]),
    ("department", &["abteilung", "bereich", "departement", "service"]),
    ("superiors", &["vorgesetzte", "vorgesetzter", "vorgesetzten", "chef", "chefin", "boss", "manager", "superieurs"]),
    ("consent", &["einwilligung", "zustimmung", "einverstaendnis", "consentement"]),
    // Glossary and pages
    ("term", &["begriff", "ausdruck", "wort", "terme"]),
    ("see", &["siehe", "sieheauch", "voir"]),
    ("menu", &["navigation"]),
    // Options
    ("public", &["oeffentlich", "sichtbar", "visible"]),
    ("initials", &["initialen", "kuerzel", "initiales"]),
    ("hidden", &["verborgen", "versteckt", "anonym", "anonymous", "unsichtbar", "cache"]),
    ("voluntary", &["freiwillig", "volontaire"]),
    ("nominated", &["nominiert", "angefragt", "vorgeschlagen"]),
    ("mandatory", &["verpflichtend", "obligatorisch", "pflicht", "obligatoire", "required"]),
    ("beginner", &["anfaenger", "einsteiger", "einstieg", "debutant"]),
    ("intermediate", &["mittel", "mittelstufe", "intermediaire"]),
    ("advanced", &["fortgeschritten", "avance"]),
    ("kickoff", &["auftakt", "start", "opening", "lancement"]),
    ("working", &["arbeitstreffen", "arbeit", "work", "travail"]),
    ("midpoint", &["zwischenhalt", "halbzeit", "mitte", "middle", "miparcours"]),
    ("closing", &["abschluss", "schluss", "end", "cloture"]),
    ("other", &["andere", "anderes", "sonstiges", "autre"]),
    ("both", &["beide", "beides", "gemeinsam", "lesdeux"]),
    ("check-in", &["ankommen", "einstieg", "begruessung"]),
    ("practice", &["uebung", "ueben", "praxis", "exercise", "exercice"]),
    ("feedback", &["rueckmeldung"]),
    ("review", &["rueckblick", "auswertung", "bilan"]),
    ("next-steps", &["naechsteschritte", "ausblick", "prochainesetapes"]),
    ("break", &["pause", "unterbruch"]),
    ("admin", &["organisatorisches", "administratives"]),
    ("mid", &["mitte", "halbzeit", "midpoint", "milieu"]),
    ("after", &["danach", "nachher", "apres"]),
    ("weekly", &["woechentlich", "jedewoche", "everyweek", "every1week", "every1weeks", "hebdomadaire"]),
    ("monthly", &["monatlich", "jedenmonat", "everymonth", "mensuel"]),
    ("every 2 weeks", &["biweekly", "fortnightly", "zweiwoechentlich", "14taeglich", "alle2wochen", "every2week"]),
    ("every 3 weeks", &["alle3wochen", "every3week"]),
    ("push", &["nachruecken", "delay"]),
    ("shift", &["verschieben", "move", "decaler"]),
    ("planned", &["geplant", "prevu"]),
    ("active", &["aktiv", "actif"]),
    ("ended", &["beendet", "aufgeloest", "termine"]),
    ("moved", &["verschoben", "deplace"]),
    ("restored", &["wiederhergestellt", "findetstatt", "retabli"]),
    ("content", &["inhalt", "contenu"]),
    ("agreement", &["vereinbarung", "accord"]),
    ("allow", &["erlauben", "ignore", "off"]),
    ("warn", &["warnen", "warning"]),
    ("deny", &["verbieten", "error"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "title organisation base_url default_language languages time_zone visibility contact noindex \
        min_group";
    const COHORT: &str = "title programme topic start rhythm time time_zone plan session_minutes skip on_skip end place \
        link publish_link published visibility optional_modules status factors pair session change waive";
    const SESSION: &str = "number key date time minutes template title place link goals modules cancelled notes";
    const PROGRAMME: &str = "title summary topics departments levels purpose goal confidentiality sponsor organiser \
        participation commitment selection plan measure milestone link factors";
    const MODULE: &str = "title summary minutes practice_minutes self_study_minutes optional level prerequisites goals \
        objectives questions keypoints reflection prepare materials extra";
    const PAIR: &str = "id mentor mentee topic visibility status";
    const PERSON: &str = "name birth_year age_band department level superiors consent";
    const HOLIDAY: &str = "date from to name";
    const TEMPLATE: &str = "kickoff working midpoint closing other";

    #[test]
    fn authors_are_understood() {
        let rows = [
            // The same word, written otherwise
            (SITE, "baseURL", Some("base_url")),
            (SITE, "base-url", Some("base_url")),
            (SITE, "time-zone", Some("time_zone")),
            (SITE, "timezone", Some("time_zone")),
            (SITE, "Title", Some("title")),
            (SITE, "DEFAULT LANGUAGE", Some("default_language")),
            (COHORT, "sessionMinutes", Some("session_minutes")),
            (COHORT, "sessions", Some("session")),
            (COHORT, "pairs", Some("pair")),
            (PROGRAMME, "topic", Some("topics")),
            (PROGRAMME, "summaries", Some("summary")),
            (TEMPLATE, "kick-off", Some("kickoff")),
            // German
            (SITE, "titel", Some("title")),
            (SITE, "Sprachen", Some("languages")),
            (SITE, "sprache", Some("default_language")),
            (SITE, "zeitzone", Some("time_zone")),
            (SITE, "sichtbarkeit", Some("visibility")),
            (COHORT, "thema", Some("topic")),
            (COHORT, "beginn", Some("start")),
            (COHORT, "beginnt", Some("start")),
            (COHORT, "ende", Some("end")),
            (COHORT, "ort", Some("place")),
            (COHORT, "uhrzeit", Some("time")),
            (COHORT, "rhythmus", Some("rhythm")),
            (COHORT, "dauer", Some("session_minutes")),
            (COHORT, "tandem", Some("pair")),
            (COHORT, "paar", Some("pair")),
            (COHORT, "treffen", Some("session")),
            (COHORT, "veröffentlicht", Some("published")),
            (SESSION, "datum", Some("date")),
            (SESSION, "zeit", Some("time")),
            (SESSION, "minuten", Some("minutes")),
            (SESSION, "dauer", Some("minutes")),
            (SESSION, "ziele", Some("goals")),
            (PROGRAMME, "themen", Some("topics")),
            (PROGRAMME, "zusammenfassung", Some("summary")),
            (MODULE, "fragen", Some("questions")),
            (MODULE, "voraussetzungen", Some("prerequisites")),
            (MODULE, "lernziele", Some("goals")),
            (MODULE, "Merksätze", Some("keypoints")),
            (MODULE, "Merksa\u{308}tze", Some("keypoints")),
            (PAIR, "Meine Mentee Anna", Some("mentee")),
            (PAIR, "mentor und mentee", None),
            (PAIR, "mentorin", Some("mentor")),
            (PERSON, "jahrgang", Some("birth_year")),
            (PERSON, "abteilung", Some("department")),
            (PERSON, "stufe", Some("level")),
            (PERSON, "vorgesetzte", Some("superiors")),
            (HOLIDAY, "von", Some("from")),
            (HOLIDAY, "bis", Some("to")),
            (TEMPLATE, "auftakt", Some("kickoff")),
            // French
            (SESSION, "durée", Some("minutes")),
            (SESSION, "lieu", Some("place")),
            (MODULE, "préparation", Some("prepare")),
            (TEMPLATE, "clôture", Some("closing")),
            // English that is not ours
            (SITE, "organization", Some("organisation")),
            (SESSION, "location", Some("place")),
            (COHORT, "program", Some("programme")),
            (COHORT, "start_date", Some("start")),
            // Slips of the keyboard
            (SITE, "visiblity", Some("visibility")),
            (SITE, "tilte", Some("title")),
            (COHORT, "rythm", Some("rhythm")),
            (COHORT, "plcae", Some("place")),
            (MODULE, "prerequisits", Some("prerequisites")),
            (MODULE, "obejctives", Some("objectives")),
            (PAIR, "mente", Some("mentee")),
            ("social-media digital-workflows online-marketing", "socal-media", Some("social-media")),
            ("lea urs dario brigitte", "brigite", Some("brigitte")),
        ];
        for (candidates, word, expected) in rows {
            assert_eq!(nearest(word, candidates.split_whitespace()), expected, "{word}");
        }
    }

    #[test]
    fn strangers_are_left_alone() {
        let rows = [
            (SITE, "colour"),
            (SITE, "logo"),
            (SITE, ""),
            (SITE, "—"),
            (COHORT, "budget"),
            (COHORT, "uid"),
            (SESSION, "jahrgang"),
            (SESSION, "abteilung"),
            (MODULE, "x"),
            (MODULE, "author"),
            (PAIR, "ort"),
            (PERSON, "datum"),
            (PERSON, "salary"),
            (TEMPLATE, "social-media"),
            ("s1 s2 s4", "s3"),
            ("p1 p2", "p9"),
            ("lea urs", "max"),
            ("y", "x"),
            ("title", "title"),
            ("", "title"),
        ];
        for (candidates, word) in rows {
            assert_eq!(nearest(word, candidates.split_whitespace()), None, "{word}");
        }
    }

    #[test]
    fn no_slip_is_ruled_out_too_early() {
        let words = "titel title tilte rythm rhythm mente mentee größe groesse abc cab x channel-choice";
        for a in words.split_whitespace() {
            for b in words.split_whitespace() {
                assert!(fewest_slips(a, b) <= strsim::damerau_levenshtein(a, b), "{a} {b}");
            }
        }
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter() {
        for (word, expected) in [("modula", "module"), ("lernziele", "goals"), ("bord", "bird")] {
            let mut candidates = ["modules", "module", "objectives", "goals", "bird", "board-of", "ford"];
            assert_eq!(nearest(word, candidates), Some(expected));
            candidates.reverse();
            assert_eq!(nearest(word, candidates), Some(expected));
        }
    }

    #[test]
    fn the_vocabulary_is_written_as_it_is_looked_up() {
        for (key, words) in VOCABULARY {
            for word in *words {
                assert_eq!(*word, folded(word), "in the row of {key}");
                assert_eq!(words.iter().filter(|other| *other == word).count(), 1, "{word} in the row of {key}");
            }
            assert_eq!(VOCABULARY.iter().filter(|(other, _)| other == key).count(), 1, "two rows of {key}");
        }
    }
}
