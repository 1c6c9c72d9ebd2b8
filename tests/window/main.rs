//! Journeys in the real window: `etrier` on an encrypted office, driven by
//! WebDriver, with axe-core at each screen. They need a display: `./check
//! window` brings one.

mod adviser;
mod cross;
mod demo;
mod driver;
mod granted;
mod harness;
mod journey;
mod screens;
mod settings;
mod window;
