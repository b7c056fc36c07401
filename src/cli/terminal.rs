//! What a long-running command says. A thread of its own writes it, so that a terminal that stands still, or that
//! nobody reads, keeps nothing from going on.

use std::io::Write;
use std::sync::mpsc::{self, Sender};

/// Says lines in the order in which they come.
#[derive(Clone)]
pub struct Terminal(Sender<Words>);

enum Words {
    Out(String),
    Err(Vec<u8>),
}

impl Terminal {
    /// A terminal on standard output and standard error.
    pub fn new() -> Self {
        let (sender, words) = mpsc::channel();
        std::thread::spawn(move || {
            for words in words {
                // A terminal that is gone must not end the command.
                let _ = match words {
                    Words::Out(line) => writeln!(anstream::stdout(), "{line}"),
                    Words::Err(text) => anstream::stderr().write_all(&text),
                };
            }
        });
        Self(sender)
    }

    /// A line of what was asked for.
    pub fn say(&self, line: impl Into<String>) {
        self.send(Words::Out(line.into()));
    }

    /// A line of what went wrong.
    pub fn complain(&self, line: &str) {
        self.show(format!("{line}\n").into_bytes());
    }

    /// Messages, as they are.
    pub fn show(&self, text: Vec<u8>) {
        self.send(Words::Err(text));
    }

    fn send(&self, words: Words) {
        // The thread ends with the program.
        let _ = self.0.send(words);
    }
}
