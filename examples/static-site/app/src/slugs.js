/** The part of an address that stands for a title: `Cable-stayed bridges` becomes `cable-stayed-bridges`. */
export function slug(title) {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, ''); // é is e and an accent now, and the accent goes
  return plain.toLowerCase().replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section';
}

/** Slugs for one page, where two headings of the same name must not share an anchor. */
export function uniqueSlugs() {
  const taken = new Set();
  return title => {
    const first = slug(title);
    let unique = first;
    for (let count = 2; taken.has(unique); count++) unique = `${first}-${count}`;
    taken.add(unique);
    return unique;
  };
}
