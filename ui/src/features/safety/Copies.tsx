export function Copies() {
  return null;
}
