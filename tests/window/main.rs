//! Journeys in the real window: `etrier` on an encrypted office, driven by
//! WebDriver, with axe-core at each screen. Each window has a display of its own.

mod adviser;
mod attachments;
mod contacts;
mod copies;
mod cross;
mod data_papers;
mod demo;
mod display;
mod driver;
mod drop;
mod ending;
mod first_contact;
mod follow_up;
mod go_to;
mod granted;
mod guarantee;
mod harness;
mod help;
mod journey;
mod known_person;
mod letters;
mod missed;
mod partners;
mod plain;
mod register;
mod retention;
mod screens;
mod secrets;
mod session;
mod settings;
mod shut_in;
mod taken_over;
mod tasks;
mod together;
mod window;
