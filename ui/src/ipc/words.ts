// What the door itself may have to say, when no sentence came from Rust.

export const unanswered = "Étrier n’a pas pu répondre.";
export const unansweredRemedy =
  "Ce qui était enregistré l’est toujours. Fermez la fenêtre et rouvrez Étrier.";
