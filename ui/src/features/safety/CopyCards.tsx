/** What is known of the copies, at the head of the page. */
export function CopyCards() {
  return null;
}
