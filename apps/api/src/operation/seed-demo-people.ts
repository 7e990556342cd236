import { stableUuid } from "./seed-demo-random.ts";
import type { DemoTopic } from "./seed-demo-topics.ts";

export interface DemoPerson {
  readonly id: string;
  readonly email: string;
  readonly locale: "en" | "fr";
  readonly topic: DemoTopic;
  /** Clicks of an average day. */
  readonly audience: number;
  /** Days after the program's first one. */
  readonly joinedAfter: number;
}

function person(
  email: string,
  locale: DemoPerson["locale"],
  topic: DemoTopic,
  audience: number,
  joinedAfter: number,
): DemoPerson {
  return { id: stableUuid(`demo partner ${email}`), email, locale, topic, audience, joinedAfter };
}

/** Whom the demo's visitor signs in as: a rich history, and something to withdraw. */
export const MAIN_PERSON = person("camille@carnets-de-route.example", "fr", "travel", 15, 0);

/** Earned well until somebody looked closely. */
export const SUSPENDED_PERSON = person("deals@click-bonanza.example", "en", "tech", 4, 21);

/** Everybody in the demo; example domains, so that no mail ever reaches anybody. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  MAIN_PERSON,
  person("nora@slowfood-diaries.example", "en", "food", 17, 0),
  person("hugo.martin@atelier-pixel.example", "fr", "tech", 14, 0),
  person("emma@trailmix-running.example", "en", "sport", 9, 0),
  person("ines@jardin-en-ville.example", "fr", "garden", 8, 1),
  person("oliver.grant@lensandlight.example", "en", "photo", 7, 1),
  person("theo@podcast-du-matin.example", "fr", "music", 6, 2),
  person("sofia@bookish-corner.example", "en", "books", 5.4, 2),
  SUSPENDED_PERSON,
  person("manon.petit@cuisine-du-marche.example", "fr", "food", 4.8, 3),
  person("jack@weekend-workshop.example", "en", "home", 4.2, 4),
  person("lina@papier-plume.example", "fr", "books", 3.8, 4),
  person("priya@code-and-coffee.example", "en", "tech", 3.4, 5),
  person("antoine@sentiers-gr.example", "fr", "sport", 3.1, 6),
  person("grace.wu@tinybalcony.example", "en", "garden", 2.9, 8),
  person("baptiste@vinyles-et-cie.example", "fr", "music", 2.7, 9),
  person("mia@northbound-van.example", "en", "travel", 2.5, 11),
  person("chloe.roux@petites-mains.example", "fr", "home", 2.3, 12),
  person("daniel@f64club.example", "en", "photo", 2.1, 14),
  person("yasmine@epices-et-sens.example", "fr", "food", 2, 16),
  person("tom.becker@example.org", "en", "tech", 1.8, 18),
  person("elise@lire-au-lit.example", "fr", "books", 1.7, 20),
  person("harper@morningmiles.example", "en", "sport", 1.6, 24),
  person("lucas.moreau@example.net", "fr", "travel", 1.5, 26),
  person("zoe@potager-bio.example", "fr", "garden", 1.4, 30),
  person("ben@reclaimed-oak.example", "en", "home", 1.2, 33),
  person("amelie@portraits-argentiques.example", "fr", "photo", 1.1, 37),
  person("ruth@secondshelf.example", "en", "books", 1, 40),
  person("mathis@studio-9m2.example", "fr", "music", 0.9, 45),
  person("isla.f@example.com", "en", "food", 0.8, 49),
  person("gabriel@velo-boulot.example", "fr", "sport", 0.8, 53),
  person("kwame@accra-eats.example", "en", "food", 0.7, 58),
  person("jeanne@tricot-the.example", "fr", "home", 0.6, 63),
  person("leo.dubois@example.org", "fr", "tech", 0.5, 69),
  person("anna@fjordandforest.example", "en", "travel", 0.5, 75),
  person("samir@objectif-50mm.example", "fr", "photo", 0.4, 82),
  person("kate.oneil@example.net", "en", "garden", 0.4, 90),
  person("paul@fugue-en-sol.example", "fr", "music", 0.3, 98),
  person("maya@firstdraft.example", "en", "books", 0.2, 107),
  person("nouveau@premiers-pas.example", "fr", "sport", 0.2, 116),
];
