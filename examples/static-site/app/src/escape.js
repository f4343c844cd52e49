const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML and XML, within elements and within quoted attributes. */
export function escape(text) {
  return String(text).replace(/[&<>"']/g, character => ENTITIES[character]);
}
