/** What FormApp has had since forms can be unpublished, and the published types do not know yet. */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      setPublished(enabled: boolean): Form;
      isPublished(): boolean;
    }
  }
}
