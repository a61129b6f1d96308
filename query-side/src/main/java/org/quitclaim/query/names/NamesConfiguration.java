package org.quitclaim.query.names;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Names for those who may see them. */
@Configuration(proxyBeanMethods = false)
@Import(NameQueries.class)
public class NamesConfiguration {}
