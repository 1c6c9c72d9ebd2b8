import { expect, test } from "vitest";
import { handClock } from "./hand_clock.ts";
import { lastWins } from "./latest.ts";

function world() {
  const time = handClock();
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
    80,
    time.clock,
  );
  return { time, asked, heard, refused, waiting, asker };
}

const settled = () => new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)));

test("a_burst_of_keystrokes_asks_once", () => {
  const { time, asked, asker } = world();
  for (const typed of ["v", "vo", "voi"]) asker.ask(typed);
  time.pass(79);
  expect(asked).toEqual([]);
  time.pass(1);
  expect(asked, "only the last word is asked").toEqual(["voi"]);
});

test("an_early_answer_that_comes_late_is_not_shown", async () => {
  const { time, heard, waiting, asker } = world();
  asker.ask("voi");
  time.pass(80);
  asker.ask("voiture");
  time.pass(80);
  waiting.get("voiture")?.resolve("9 dossiers");
  await settled();
  waiting.get("voi")?.resolve("31 dossiers");
  await settled();
  expect(heard).toEqual(["9 dossiers"]);
});

test("an_answer_that_comes_while_typing_goes_on_is_not_shown", async () => {
  const { time, heard, waiting, asker } = world();
  asker.ask("voi");
  time.pass(80);
  asker.ask("voiture");
  waiting.get("voi")?.resolve("31 dossiers");
  await settled();
  expect(heard).toEqual([]);
});

test("a_refusal_of_an_old_question_is_silent", async () => {
  const { time, refused, waiting, asker } = world();
  asker.ask("a");
  time.pass(80);
  asker.askNow("b");
  waiting.get("a")?.reject("busy");
  waiting.get("b")?.reject("locked");
  await settled();
  expect(refused).toEqual(["locked"]);
});

test("nothing_is_heard_once_stopped", async () => {
  const { asked, heard, waiting, asker, time } = world();
  asker.askNow("a");
  asker.ask("b");
  asker.stop();
  time.pass(500);
  waiting.get("a")?.resolve("answer");
  await settled();
  expect(asked).toEqual(["a"]);
  expect(heard).toEqual([]);
});
