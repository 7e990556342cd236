/** The role the application works under. It is created by the migration and owns nothing. */
export const APPLICATION_ROLE = "contentflow_app";
