//! The reading as a user meets it: the development set, layouts never seen, changed papers, refusals.

mod development;
mod layouts;
mod mutations;
mod pages;
mod paper;
mod refusals;
mod shapes;
mod sheets;
