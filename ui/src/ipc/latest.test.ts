import { expect, test } from "vitest";
import { lastWins } from "./latest.ts";

function world() {
  const asked: string[] = [];
  const heard: string[] = [];
  const refused: string[] = [];
  const waiting = new Map<string, { resolve: (a: string) => void; reject: (r: string) => void }>();
  const asker = lastWins<string, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve, reject) => waiting.set(question, { resolve, reject }));
    },
    (answer) => heard.push(answer),
    (reason) => refused.push(String(reason)),
  );
  const answers = async (question: string, answer: string) => {
    waiting.get(question)?.resolve(answer);
    await settled();
  };
  const refuses = async (question: string, reason: string) => {
    waiting.get(question)?.reject(reason);
    await settled();
  };
  return { asked, heard, refused, asker, answers, refuses };
}

const settled = () => new Promise<void>((done) => setTimeout(done));

test("a_keystroke_is_asked_at_once_and_a_burst_only_by_its_last", async () => {
  const { asked, heard, asker, answers } = world();
  for (const typed of ["v", "vo", "voi", "voit"]) asker.ask(typed);
  expect(asked, "nothing was out").toEqual(["v"]);
  await answers("v", "80 dossiers");
  expect(asked, "those between are never asked").toEqual(["v", "voit"]);
  expect(heard, "no answer to what is no longer typed").toEqual([]);
  await answers("voit", "31 dossiers");
  expect(heard).toEqual(["31 dossiers"]);
});

test("an_early_answer_that_comes_late_is_not_shown", async () => {
  const { heard, asker, answers } = world();
  asker.askNow("voi");
  asker.askNow("voiture");
  await answers("voiture", "9 dossiers");
  await answers("voi", "31 dossiers");
  expect(heard).toEqual(["9 dossiers"]);
});

test("a_refusal_of_an_old_question_is_silent_and_lets_the_next_go", async () => {
  const { asked, heard, refused, asker, refuses, answers } = world();
  asker.ask("a");
  asker.ask("b");
  await refuses("a", "busy");
  expect(refused).toEqual([]);
  expect(asked).toEqual(["a", "b"]);
  await refuses("b", "locked");
  expect(refused, "that of the last one is heard").toEqual(["locked"]);
  asker.ask("c");
  await answers("c", "found");
  expect(heard).toEqual(["found"]);
});

test("what_is_asked_at_once_takes_the_place_of_what_waits", async () => {
  const { asked, heard, asker, answers } = world();
  asker.ask("a");
  asker.ask("b");
  asker.askNow("c");
  await answers("a", "late");
  await answers("c", "now");
  expect(asked).toEqual(["a", "c"]);
  expect(heard).toEqual(["now"]);
});

test("nothing_is_heard_nor_asked_once_stopped", async () => {
  const { asked, heard, asker, answers } = world();
  asker.ask("a");
  asker.ask("b");
  asker.stop();
  await answers("a", "answer");
  expect(asked).toEqual(["a"]);
  expect(heard).toEqual([]);
});
