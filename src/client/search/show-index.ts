/** Shows the index below the search, which waits while an address is being searched for: it would be pushed away. */
export function showIndex(): void {
  delete document.documentElement.dataset.asked;
}
