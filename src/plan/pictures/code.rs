//! QR codes, for the way from paper back to the screen.

use std::fmt::Write as _;

use fast_qr::{ECL, Module, QRBuilder};

use crate::view::QrCode;

/// Paper around the code (ISO/IEC 18004: four modules).
const QUIET: usize = 4;

/// The code of an address; empty for none, and for one too long for any code.
///
/// Of what is printed, 15 % may be lost (ISO/IEC 18004, level M).
#[must_use]
pub fn qr_code(address: &str) -> QrCode {
    let Some(code) = QRBuilder::new(address).ecl(ECL::M).build().ok().filter(|_| !address.is_empty()) else {
        return QrCode::default();
    };
    let rows = (0..code.size).map(|y| (y + QUIET, dark(&code[y])));
    let bars = rows.flat_map(|(y, runs)| runs.into_iter().map(move |(x, long)| (x + QUIET, y, long)));
    let mut d = String::new();
    for (x, y, long) in bars {
        write!(d, "M{x} {y}h{long}v1h-{long}z").expect("writing to a string does not fail");
    }
    QrCode { size: code.size + 2 * QUIET, d, address: address.to_owned() }
}

/// Where dark modules of a row begin and how many follow one another.
fn dark(row: &[Module]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut runs = Vec::new();
    for run in row.chunk_by(|one, other| one.value() == other.value()) {
        if run[0].value() {
            runs.push((at, run.len()));
        }
        at += run.len();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::qr_code;

    #[test]
    fn a_code_begins_with_its_corner_and_has_paper_around() {
        let code = qr_code("https://handbook.example/cohorts/spring/");
        assert!(code.d.starts_with("M4 4h7v1h-7z"), "{}", code.d);
        assert_eq!((code.size - 8) % 4, 1, "a code is 17 + 4 n modules wide");
        assert_eq!(code.address, "https://handbook.example/cohorts/spring/");
    }

    #[test]
    fn no_address_no_code() {
        assert_eq!(qr_code("").size, 0);
        assert_eq!(qr_code(&"x".repeat(5000)).size, 0);
    }
}
