import lookUp from "@photostructure/tz-lookup";

/** The time zone of a place as its IANA name; at sea the nautical one. Null for a place that is none on earth. */
export function zoneAt(latitude: number, longitude: number): string | null {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? lookUp(latitude, longitude) : null;
}
