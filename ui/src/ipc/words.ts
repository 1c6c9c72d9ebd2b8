// What the door itself may have to say, when no sentence came from Rust.

export const words = {
  unanswered: "Étrier n’a pas pu répondre.",
  unansweredRemedy: "Ce qui était enregistré l’est toujours. Fermez la fenêtre et rouvrez Étrier.",
} as const;
