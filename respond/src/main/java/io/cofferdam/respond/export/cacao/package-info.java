/// CACAO 2.0 in JSON, as others read it.
///
/// Starting point: [CacaoExport]. Failure direction: a playbook that may destroy without a gate is
/// not written.
@NullMarked
package io.cofferdam.respond.export.cacao;

import org.jspecify.annotations.NullMarked;
