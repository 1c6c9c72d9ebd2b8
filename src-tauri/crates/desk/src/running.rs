//! The desk on a thread of its own: the store has one owner, calls reach it by a
//! channel, and nothing needs a lock.
//!
//! A long call is only gathered here; its work runs on the caller's thread, so that
//! other calls go on. A panic is caught at the door: the office is closed and the
//! caller gets one sentence.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde_json::Value;

use crate::calls;
use app::caller::Caller;
use app::desk::Desk;
use app::discretion::stopped_at;
use app::failure::Failure;
use app::job::{Begun, Work};

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// A desk at work on its own thread; dropping it closes the office.
#[derive(Clone)]
pub struct Running {
    jobs: Sender<Job>,
}

impl Running {
    /// Starts a desk on its own thread.
    pub fn start(mut desk: Desk) -> std::io::Result<Self> {
        let (jobs, inbox) = channel::<Job>();
        thread::Builder::new().name("desk".to_owned()).spawn(move || {
            for job in inbox {
                job(&mut desk);
            }
        })?;
        Ok(Self { jobs })
    }

    /// Makes a call and waits for its answer.
    pub fn call(&self, name: &str, input: Value, caller: Caller) -> Result<Value, Failure> {
        let name = name.to_owned();
        let begun = self.at_desk(caller.clone(), move |desk, caller| calls::begin(desk, &name, input, caller));
        self.finish(begun?, caller)
    }

    /// Makes a call whose answer is bytes and waits for it.
    pub fn bytes(&self, name: &str, input: Value, caller: Caller) -> Result<Vec<u8>, Failure> {
        let name = name.to_owned();
        let begun = self.at_desk(caller.clone(), move |desk, caller| calls::begin_bytes(desk, &name, input, caller));
        self.finish(begun?, caller)
    }

    /// Does what is left of a call: its work on this thread, its end at the desk.
    fn finish<T: Send + 'static>(&self, begun: Begun<T>, caller: Caller) -> Result<T, Failure> {
        match begun {
            Begun::Done(done) => Ok(done),
            Begun::Work(work) => beside(work, &caller),
            Begun::Bringing(work) => {
                let ending = beside(work, &caller)?;
                self.at_desk(caller, ending)
            }
        }
    }

    fn at_desk<T: Send + 'static>(
        &self,
        caller: Caller,
        job: impl FnOnce(&mut Desk, &Caller) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let (reply, answer) = channel();
        let job: Job = Box::new(move |desk| {
            let told = calls::logged(desk, &caller, |desk| {
                catch_unwind(AssertUnwindSafe(|| job(desk, &caller))).unwrap_or_else(|_| {
                    desk.close();
                    Err(Failure::broken("arret").because(&stopped_at()))
                })
            });
            // Nobody may be waiting any more: the window was closed.
            let _ = reply.send(told);
        });
        self.jobs.send(job).map_err(|_| Failure::broken("bureau"))?;
        answer.recv().map_err(|_| Failure::broken("bureau"))?
    }
}

/// Does a piece of work beside the desk; a panic of it is one sentence.
fn beside<T>(work: Work<T>, caller: &Caller) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(|| work(&caller.progress))).unwrap_or_else(|_| Err(Failure::broken("travail")))
}
