import { Skeletons } from "./Skeleton.tsx";

/** Stands where a text will be. */
export function Loading() {
  return <Skeletons shape="text" count={3} />;
}
