//! Journeys in the real window: `etrier` on an encrypted office, driven by
//! WebDriver, with axe-core at each screen. They need a display: `./check
//! window` brings one.

mod cross;
mod driver;
mod harness;
mod journey;
mod window;
