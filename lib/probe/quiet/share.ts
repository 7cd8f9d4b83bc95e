/** A number in [0, 1) that belongs to a name and a client: alike for all times, spread evenly over the names. */
export function shareOf(name: string, phase: number): number {
  // FNV-1a, then the last steps of MurmurHash3, without which similar names would get similar numbers.
  let hash = (0x811c9dc5 ^ (phase * 0x1_0000_0000)) | 0;
  for (let position = 0; position < name.length; position++) hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
