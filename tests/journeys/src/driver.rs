//! ChromeDriver: one process for each browser, on a port that it chooses, ended with its browser.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long the driver may take to close its browser and end.
const GRACE: Duration = Duration::from_secs(10);

/// How often a driver is started before there is none.
const ATTEMPTS: usize = 3;

/// A running ChromeDriver. Dropping it ends it and every browser that it has started.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// A driver on a port that is free. One that finds its port taken in the meantime ends at once: another is tried.
    pub fn start() -> Self {
        (0..ATTEMPTS).find_map(|_| Self::try_start()).expect("a driver to name its port")
    }

    fn try_start() -> Option<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be run: {error}", program.display()));
        let output = process.stdout.take().expect("the driver's output");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let Some(port) = port else {
            // It has closed its output, so it is ending.
            let _ = process.wait();
            return None;
        };
        // What it prints later is read, so that it never waits for a reader.
        thread::spawn(move || lines.for_each(drop));
        Some(Driver { process, port })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to close its browsers and end: killing it would leave them running.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let deadline = Instant::now() + GRACE;
        if self.ask_to_end().is_ok() {
            while Instant::now() < deadline {
                if let Ok(Some(_)) = self.process.try_wait() {
                    return;
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        // Nothing more can be done about a process that cannot be killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
