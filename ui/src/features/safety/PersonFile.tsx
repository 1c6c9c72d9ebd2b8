export function PersonFile() {
  return null;
}
